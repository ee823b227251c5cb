"""Tests of the package and of the course (what otter calls tests are the checks in solutions/)."""
