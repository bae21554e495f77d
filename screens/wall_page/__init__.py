"""The wall as a web page, for other screens: the poster that the terminal draws goes in, plain HTML comes out."""
