# ---
# jupyter:
#   jupytext:
#     text_representation: {extension: .py, format_name: percent}
# ---

# %% [markdown]
# # Measuring γ: what a rule returns where the answer is known
#
# A decay exponent is read off attention by a rule: take distances, average, fit a line on log-log axes. Before a reading
# means anything the same rule has to be run where the answer is known: on attention that does not decay at all, and on exact
# power laws. The rule here is that of the author's public tool (claims `uniform-attention-reads` and `power-laws-read`).

# %%
from fractions import Fraction

import matplotlib.pyplot as plt
from flint import arb

from pycheck.distance_rule import reading_of
from pycheck.log_log_line import reading

DISTANCES = [30, 50, 100, 200, 500, 1000, 2000]
SPARE = 50

# %% [markdown]
# ## The null
# For each distance $d$ the rule looks at a text of $d + 50$ tokens. Attention that is uniform over them gives every key
# $1/(d+50)$, which falls with $d$ because the window grows. On log-log axes that looks like a decay, and fits a line well.

# %%
uniform = [Fraction(1, d + SPARE) for d in DISTANCES]
gamma, r2 = reading(DISTANCES, uniform)
print("uniform attention: γ =", gamma.str(4, radius=False), " R² =", r2.str(4, radius=False))
assert arb("0.78") < gamma < arb("0.79")
assert r2 > arb("0.98")

# %% [markdown]
# ## The scale
# Exact power laws, true exponent against reading. Below 1 the reading is far from the truth, above it they meet.

# %%
TRUE = [Fraction(k, 8) for k in range(0, 17)]
READ = [reading_of(g, DISTANCES, SPARE) for g in TRUE]
figure, axis = plt.subplots(figsize=(5.5, 4))
axis.plot([float(g) for g in TRUE], [float(r) for r in READ], "o-")
axis.plot([0, 2], [0, 2], lw=0.8, color="grey", ls="--")
axis.set(xlabel="true exponent", ylabel="reading")

# %%
assert arb("0.78") < READ[0] < arb("0.79")
assert abs(READ[-1] - 2) < arb("0.01")
assert all(later > earlier for earlier, later in zip(READ, READ[1:], strict=False))
