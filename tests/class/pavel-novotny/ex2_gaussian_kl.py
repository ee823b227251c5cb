# Exercise 2 - notes
#
# KL(N1 || N2): start from E_1[log p1 - log p2]
#   log p = -log(sigma) - (x - mu)^2 / (2 sigma^2) + const
#   E_1 (x - mu1)^2 = sigma1^2
#   E_1 (x - mu2)^2 = sigma1^2 + (mu1 - mu2)^2
# => log(sigma2 / sigma1) + (sigma1^2 + (mu1 - mu2)^2) / (2 sigma2^2) - 1/2
#
# TODO: write the code
answer = "log(s2/s1) + (s1^2 + dm^2)/(2 s2^2) - 1/2"
