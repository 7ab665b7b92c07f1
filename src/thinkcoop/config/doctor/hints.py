"""What to try when a phone says that there is no internet, or finds nothing."""

from __future__ import annotations

HINTS = (
    "Phone and this machine must be on the same Wi-Fi, and not on its guest network.",
    (
        "A Wi-Fi without internet is fine. When the phone asks, choose to stay connected, and "
        'turn off mobile data, or "switch to mobile data automatically".'
    ),
    "Type http:// and the number address, as the wall shows it. With https:// it does not work.",
    "A page that asks to sign in to the Wi-Fi is the router's. Close it and open the browser.",
    "Turn off VPN, data saver and private DNS on the phone.",
    (
        "No phone finds this machine, but it can open its own address? Then a firewall on it may "
        "be closed. On Debian and Ubuntu, with the port in use: sudo ufw allow 8000/tcp"
    ),
    (
        "Or the router keeps devices apart. Look in its settings for client isolation (AP "
        "isolation) and turn it off. To see it: other devices on this Wi-Fi cannot reach each "
        "other either."
    ),
    "No router helps? Open a hotspot on a phone or on this machine, and let all join that.",
)
