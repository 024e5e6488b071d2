"""How often one probe into inverted lists finds the nearest neighbour: seeded runs on normal vectors.

2000 vectors of 16 independent standard normal entries, 44 lists whose centroids are drawn from the vectors (no k-means), 200
queries of the same law; the list of the nearest centroid is searched. Recall is the share of queries whose true nearest
vector is found. The null probes all 44 lists, which is a scan, and has recall 1. Ten runs; the interval is the mean with
four standard errors of it on both sides.
"""

import numpy as np

from claimledger.finding import Estimate

VECTORS, WIDTH, LISTS, QUERIES = 2000, 16, 44, 200


def _recall(run: int, probes: int) -> float:
    source = np.random.default_rng(run)
    stored = source.standard_normal((VECTORS, WIDTH))
    asked = source.standard_normal((QUERIES, WIDTH))
    centroids = stored[source.choice(VECTORS, LISTS, replace=False)]

    def distances(a: np.ndarray, b: np.ndarray) -> np.ndarray:
        squared: np.ndarray = (a**2).sum(1)[:, None] - 2 * a @ b.T + (b**2).sum(1)[None, :]
        return squared

    home = distances(stored, centroids).argmin(1)
    probed = np.argsort(distances(asked, centroids), axis=1)[:, :probes]
    nearest = distances(asked, stored).argmin(1)
    found = (home[nearest][:, None] == probed).any(1)
    return float(found.mean())


def recall_lies_between(low: str, high: str, probes: int, runs: int) -> Estimate:
    """Mean recall over so many runs with so many lists probed."""
    recalls = np.array([_recall(run, probes) for run in range(runs)])
    mean, error = float(recalls.mean()), float(recalls.std(ddof=1) / np.sqrt(runs))
    whole = [_recall(run, LISTS) for run in range(runs)]
    interval = (f"{mean - 4 * error:.4f}", f"{mean + 4 * error:.4f}")
    return Estimate(f"{mean:.4f}", interval, (low, high), (f"{min(whole):.4f}", f"{max(whole):.4f}"), runs * QUERIES, 0)
