"""The sentences on paper."""

PAPER = {
    # where typst is not installed, and where a letter cannot be drawn
    "paper.pdf.missing": 'There is no PDF: it needs one more part. To have it, type: pip install "panel-tui[pdf]"',
    "paper.pdf.refused": 'A PDF needs one more part. Nothing was written. Type: pip install "panel-tui[pdf]", or ask for html.',
    "paper.replaced": "No font here has these signs, so the PDF has their name or a box in their place: {text}. The page has them as they were written.",
    # seat cards
    "paper.cards.title": "Seat cards for {session}",
    "paper.cards.how": "Cut along the dashed lines. One card for each of us. Keep cards private: a card opens its seat.",
    "paper.cards.seat": "Seat {seat}",
    "paper.cards.wifi": "1. Join the Wi-Fi {name}",
    "paper.cards.password": "Its password is {password}",
    "paper.cards.qr": "A square code that opens seat {seat}",
    "paper.cards.type": "2. Point your camera at the square, or type {address} into your phone and then this code:",
}
