"""Dagny Eriksen

I did the VAE exercise on paper, see the scan that I sent by e-mail.
"""
