"""Topics summarized by the workers of a Dask cluster."""
