"""What is promised of a store's survival, with figures: kills, writers beside each other, full and
damaged disks, sizes. `python -m benchmarks.reliability` runs all of it."""
