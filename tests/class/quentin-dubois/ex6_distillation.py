import numpy as np
def num(x,n):
    try: x=np.asarray(x)
    except ValueError: raise ValueError(n+' ragged')
    if x.dtype.kind not in 'iuf': raise TypeError(n+' not numeric')
    x=x.astype(float)
    if x.size==0 or np.isnan(x).any() or (x==np.inf).any(): raise ValueError(n+' empty/nan/inf')
    if n=='temperature' and (x.ndim or x<=0): raise ValueError(n+' <= 0')
    if n=='alpha' and (x.ndim or x<0 or x>1): raise ValueError(n+' not in [0,1]')
    return x
def lsm(z,T=1.,axis=-1):
    z=(z-z.max(axis=axis,keepdims=True))/T
    return z-np.log(np.exp(z).sum(axis=axis,keepdims=True))
def softmax(logits,*,temperature=1.0,axis=-1):
    return np.exp(lsm(num(logits,'logits'),num(temperature,'temperature'),axis)).tolist()
def log_softmax(logits,*,temperature=1.0,axis=-1):
    return lsm(num(logits,'logits'),num(temperature,'temperature'),axis).tolist()
def go(s,t,y,T,a):
    s,t,y,T,a=num(s,'student_logits'),num(t,'teacher_logits'),num(y,'labels'),num(T,'temperature'),num(a,'alpha')
    if s.ndim!=2 or s.shape!=t.shape: raise ValueError('student_logits teacher_logits shapes')
    if y.shape!=s.shape[:1] or (y%1!=0).any() or y.min()<0 or y.max()>=s.shape[1]: raise ValueError('labels')
    return s,t,y.astype(int),float(T),float(a)
def distillation_loss(student_logits,teacher_logits,labels,*,temperature,alpha):
    s,t,y,T,a=go(student_logits,teacher_logits,labels,temperature,alpha)
    r=np.arange(len(y)); L=0.
    if a<1: L-=(1-a)*lsm(s)[r,y].mean()
    if a>0:
        p,q=lsm(t,T),lsm(s,T); m=p>-np.inf
        L+=a*T*T*(np.exp(p[m])*(p[m]-q[m])).sum()/len(y)
    return [float(L)]
def distillation_gradient(student_logits,teacher_logits,labels,*,temperature,alpha):
    s,t,y,T,a=go(student_logits,teacher_logits,labels,temperature,alpha)
    h=np.exp(lsm(s)); h[np.arange(len(y)),y]-=1
    return ((1-a)*h+a*T*T*(np.exp(lsm(s,T))-np.exp(lsm(t,T))))/len(y)
