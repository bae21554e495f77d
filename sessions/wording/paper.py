"""The sentences on paper."""

PAPER = {
    "paper.cards.title": "Seat cards for {session}",
    "paper.cards.how": "Cut along the dashed lines. One card for each of us. Keep cards private: a card opens its seat.",
    "paper.cards.seat": "Seat {seat}",
    "paper.cards.wifi": "1. Join the Wi-Fi {name}",
    "paper.cards.password": "Its password is {password}",
    "paper.cards.qr": "A square code that opens seat {seat}",
    "paper.cards.type": "2. Point your camera at the square, or type {address} into your phone and then this code:",
}
