"""Bytes in, bytes out: primitives by their published names; no format, no files."""
