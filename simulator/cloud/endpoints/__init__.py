"""The endpoints of the cloud, one module a family, each with a table of rows."""
