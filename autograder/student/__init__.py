"""What runs inside the student process: codec, observation, execution, confinement.

The grader imports the codec and the observation from here; nothing here imports the rest of
the package, because this folder is all of the project that the sandbox can see.
"""
