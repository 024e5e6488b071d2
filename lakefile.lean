import Lake

open Lake DSL

/-!
The Lean half of the claim ledger. `lake exe cache get` fetches Mathlib's compiled files, `lake build`
checks every module below `lean/`. `lake-manifest.json` pins Mathlib and what that commit pins.
-/

package ledger where
  leanOptions := #[
    ⟨`pp.unicode.fun, true⟩,
    ⟨`autoImplicit, false⟩,
    ⟨`maxSynthPendingDepth, .ofNat 3⟩]

require mathlib from git
  "https://github.com/leanprover-community/mathlib4" @ "81a5d257c8e410db227a6665ed08f64fea08e997"

@[default_target]
lean_lib Ledger where
  srcDir := "lean"
