"""showing the result is part of computing it

Who sees the line, and who needs the return value?
"""


def vae_kl(mu, log_var):
    answer = reference.vae_kl(mu, log_var)
    print(answer)
    return answer
