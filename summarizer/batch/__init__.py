"""Many topics, one result each: on this machine, or on a Dask cluster."""
