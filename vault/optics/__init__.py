"""Pictures: QR codes written and read, images and PDF pages decoded within limits."""
