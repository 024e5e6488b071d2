"""Speed, measured: `make bench`. Ratios are taken within one run; nothing here asserts a time."""
