# tabs, as it should be -- D. Volkov
import numpy as np

def _in(x, s):
	try:
		x = np.asarray(x)
	except ValueError:
		raise ValueError('ragged ' + s)
	if x.dtype.kind in 'OSUcMmV' or x.dtype.kind == 'T':
		raise TypeError('non-numeric ' + s)
	if not x.ndim:
		raise ValueError('0-d ' + s)
	return np.array(x, np.float64, order='C')

def _ok(x, s):
	if not x.shape[-1] or not x.size:
		raise ValueError('empty ' + s)
	if not (x >= 0).all() or (x == np.inf).any():
		raise ValueError('nan, inf or negative number in ' + s)
	if not (np.fabs(x.sum(-1) - 1) <= 1e-6).all():
		raise ValueError('wrong sum of ' + s)

def _b(base):
	if base is None:
		return 1.
	if isinstance(base, (str, bytes)):
		raise TypeError('string as base')
	try:
		base = float(base)
	except TypeError:
		raise TypeError('strange object as base')
	if not base > 0 or base == 1:
		raise ValueError('impossible base')
	return np.log(base)

def _pq(p, q, axis):
	p = _in(p, 'p')
	q = _in(q, 'q')
	while p.ndim < q.ndim: p = p[None]
	while q.ndim < p.ndim: q = q[None]
	p = np.moveaxis(p, axis, -1)
	q = np.moveaxis(q, axis, -1)
	if p.shape[-1] != q.shape[-1]:
		raise ValueError('different lengths of p and q')
	_ok(p, 'p')
	_ok(q, 'q')
	return p, q

def _sum(f, ops, s):
	# nditer with a reduction axis, the buffer must be told about it
	n = max(o.ndim for o in ops)
	try:
		shape = np.broadcast_shapes(*[o.shape for o in ops])
	except ValueError:
		raise ValueError('incompatible shapes of p and q')
	out = np.zeros(shape[:-1] + (1,))
	it = np.nditer(list(ops) + [out], flags=['reduce_ok', 'external_loop', 'buffered', 'delay_bufalloc'],
		op_flags=[['readonly']] * len(ops) + [['readwrite']],
		op_axes=[list(range(n))] * (len(ops) + 1))
	with it:
		it.reset()
		for *v, o in it:
			t = f(*v)
			if o.strides[0] == 0 or o.size == 1:
				o[0] += t.sum()
			else:
				o += t
	return out[..., 0][()] / s

def _safelog(x):
	l = np.full(x.shape, -np.inf)
	np.log(x, out=l, where=x > 0)
	return l

def _h(p):
	return np.where(p > 0, -p * np.maximum(_safelog(p), -1e4), 0)

def _ce(p, q):
	r = np.zeros(p.shape)
	m = p > 0
	r[m] = -p[m] * _safelog(q[m])
	return r

def _kl(p, q):
	r = np.zeros(p.shape)
	m = p > 0
	r[m] = p[m] * (_safelog(p[m]) - _safelog(q[m]))
	return r

def entropy(p, *, axis=-1, base=None):
	s = _b(base)
	p = np.moveaxis(_in(p, 'p'), axis, -1)
	_ok(p, 'p')
	return _sum(_h, [p], s)

def cross_entropy(p, q, *, axis=-1, base=None):
	s = _b(base)
	return _sum(_ce, _pq(p, q, axis), s)

def kl_divergence(p, q, *, axis=-1, base=None):
	s = _b(base)
	return _sum(_kl, _pq(p, q, axis), s)
