"""The sentences on paper."""

PAPER = {
    # where typst is not installed, and where a letter cannot be drawn
    "paper.pdf.missing": 'There is no PDF: it needs one more part. To have it, type: pip install "panel-tui[pdf]"',
    "paper.pdf.refused": 'A PDF needs one more part. Nothing was written. Type: pip install "panel-tui[pdf]", or ask for html.',
    "paper.pdf.failed": "{name} could not be drawn. The record is safe, and nothing was written. Leave pdf out: name the formats you want with --format.",
    "paper.page-only": "These could not be drawn as PDF. Print the page instead: {names}.",
    "paper.replaced": "No font here has these signs, so the PDF has their name or a box in their place: {text}. The page has them as they were written.",
    # seat cards
    "paper.cards.title": "Seat cards for {session}",
    "paper.cards.how": "Cut along the dashed lines. One card for each of us. Keep cards private: a card opens its seat.",
    "paper.cards.seat": "Seat {seat}",
    "paper.cards.wifi": "1. Join the Wi-Fi {name}",
    "paper.cards.password": "Its password is {password}",
    "paper.cards.wifi-qr": "A square code that joins the Wi-Fi {name}",
    "paper.cards.qr": "A square code that opens seat {seat}",
    "paper.cards.camera": "Point your camera at this square",
    "paper.cards.camera-second": "2. Point your camera at this square",
    "paper.cards.by-hand": "No camera? Type {address} into your phone, and then this code:",
    # score slips
    "paper.slips.title": "Score slips for seat {seat}: {session}",
    "paper.slips.how": "Make one mark for each question. To change your mind, cross it out and mark another.",
    # ballot slips
    "paper.ballots.title": "Ballot slips for {session}",
    "paper.ballots.how": "Make one mark and write nothing else. Fold the slip and put it in the box.",
    # how to join
    "paper.join.title": "How to join: {session}",
    "paper.join.picture": "A phone looks at a square. A message that says {address} is above it, and a finger taps the message.",
    "paper.join.take": "Press “{button}”",
    "paper.join.stay": "If your phone says that this Wi-Fi has no internet: stay on it. We need no internet.",
    "paper.join.paper": "No phone? Paper counts the same.",
    "paper.join.paper.slip": "Ask for a score slip for each application. Mark it, and give it to the facilitator.",
    "paper.join.paper.ballot": "For a secret ballot, mark a ballot slip, fold it and put it in the box. Two of us count the slips.",
    "paper.join.paper.same": "You can change between phone and paper, but not in the middle of a ballot.",
    # what was printed
    "paper.printed": "{n} files are in {folder}: cards, score slips, ballot slips and how to join. Older cards no longer work. Print them and delete these files: whoever has a card can take its seat. The cards say {address}. If the room has another address, print again there.",
    "paper.not-printed": "The sheets could not be written to {place}. Older cards no longer work. Make room there or choose another folder, then print again.",
    "paper.no-seat": "There is no seat {seat}. The seats are 1 to {last}. Nothing was printed.",
    "paper.slips-for": "Score slips for these seats only, for example 3,9. All seats if left out, none for 0.",
}
