import numpy as np
def num(x,n):
    try: x=np.asarray(x)
    except ValueError: raise ValueError(n+' ragged')
    if x.dtype.kind not in 'iuf': raise TypeError(n+' not numeric')
    if x.size==0: raise ValueError(n+' empty')
    x=x.astype(float)
    if not np.isfinite(x).all(): raise ValueError(n+' nan/inf')
    if n[0]=='s' and (x<=0).any(): raise ValueError(n+' <= 0')
    return x
def kl_normal(mu1,sigma1,mu2,sigma2):
    a,s,b,t=num(mu1,'mu1'),num(sigma1,'sigma1'),num(mu2,'mu2'),num(sigma2,'sigma2')
    try: np.broadcast(a,s,b,t)
    except ValueError: raise ValueError('mu1 sigma1 mu2 sigma2 shapes')
    return np.log(t)-np.log(s)+(s*s+(a-b)**2)/(2*t*t)-.5
def kl_diag_normal(mu1,sigma1,mu2,sigma2,*,axis=-1):
    return kl_normal(mu1,sigma1,mu2,sigma2).sum(axis)
def kl_mvn(mu1,cov1,mu2,cov2):
    a,b,S,T=num(mu1,'mu1'),num(mu2,'mu2'),num(cov1,'cov1'),num(cov2,'cov2')
    if a.ndim==0: raise ValueError('mu1 scalar')
    d=a.shape[-1]
    if b.shape[-1:]!=(d,): raise ValueError('mu2 length')
    for C,n in ((S,'cov1'),(T,'cov2')):
        if C.shape[-2:]!=(d,d): raise ValueError(n+' shape')
        for i in np.ndindex(C.shape[:-2]):
            if abs(C[i]-C[i].T).max()>1e-8*abs(C[i]).max(): raise ValueError(n+' not symmetric')
            try: np.linalg.cholesky(C[i])
            except np.linalg.LinAlgError: raise ValueError(n+' not pos. def.')
    try: sh=np.broadcast_shapes(a.shape[:-1],b.shape[:-1],S.shape[:-2],T.shape[:-2])
    except ValueError: raise ValueError('mu1 mu2 cov1 cov2 batch')
    a,b=np.broadcast_to(a,sh+(d,)),np.broadcast_to(b,sh+(d,))
    S,T=np.broadcast_to(S,sh+(d,d)),np.broadcast_to(T,sh+(d,d))
    r=np.zeros(sh)
    for i in np.ndindex(sh):
        Ti=np.linalg.inv(T[i]); v=b[i]-a[i]
        r[i]=.5*(np.log(np.linalg.det(T[i])/np.linalg.det(S[i]))-d+np.trace(Ti@S[i])+v@Ti@v)
    return r if sh else float(r)
