import Ledger.AttentionPermutation
import Ledger.ContinuumMoments
import Ledger.Definitions
import Ledger.FisherHeatCapacity
import Ledger.Gibbs
import Ledger.HeatCapacityLimit
import Ledger.KLOptimum
import Ledger.LogStep
import Ledger.MaxEntropy
import Ledger.Moments
import Ledger.NuReceipt
import Ledger.PSeries
import Ledger.RopeAlias
import Ledger.RopeRelative
import Ledger.RopeWavelength
import Ledger.SoftmaxFreeEnergy
import Ledger.Speculative
import Ledger.Statements
import Ledger.TwoStates
import Ledger.WeightArithmetic

/-! Every module of the ledger's Lean half, for `lake build`. -/
