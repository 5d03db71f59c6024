"""The share: chosen accounts at a chosen depth, sealed and signed for one deputy."""
