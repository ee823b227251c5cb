"""any reordering of the outcomes turns a distribution into a partner with equal directions

Rename the outcomes of both distributions in the same way: which pair comes out, and is it your pair turned around?
"""


def equal_pair():
    return ["1/2", "1/3", "1/6"], ["1/6", "1/2", "1/3"]
