"""PDF pages from plain data: what stands where is decided by whoever calls."""
