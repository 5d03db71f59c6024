"""The plain vault as bytes and back; `SPEC.md` beside this file is the format."""
