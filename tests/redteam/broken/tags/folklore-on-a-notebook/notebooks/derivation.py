# %% [markdown]
# The first n odd numbers add up to n².

# %%
total = 0
for n in range(1, 51):
    total += 2 * n - 1
    assert total == n**2
