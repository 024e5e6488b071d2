"""Where the public measurements lie on this machine: fetched from their own source, never copied into the repository.

`SHA256` declares every file that evidence reads, so that a change of the data is a change of the evidence. `path` only
looks: first below the folder that the environment variable CLAIMS_DATA names, then in the cache that `make data` fills
(pooch's cache of the operating system, outside the repository). It never goes to the network.
"""

import hashlib
import os
import sys
from pathlib import Path

from claimledger.finding import Absent

TAFAGENT = "https://raw.githubusercontent.com/karlesmarin/tafagent/e0d8cb601ea29af8a87b17472695624b6bfda239/data/"
GUIDE = "https://raw.githubusercontent.com/karlesmarin/transformers-guide/be0c406eb37509acf6ee8a6157e7a61cf6d7b001/en/data/"

DISTANCES = {
    "EleutherAI--gpt-j-6B_mongo": "822b9eb32a4f5cd4e56a7a5de995a0e90b1b77227fbb60cd39a49f671f31dfcb",
    "EleutherAI--gpt-j-6B_random": "61db21a34e9d962df1144ac993ad47316e95b03995677745e11998640bc341d5",
    "EleutherAI--pythia-1.4b_mongo": "de0137079b285ecc3be08a9bfe5e8407cc6eb937751ef5f4f845d8d59e9b9335",
    "EleutherAI--pythia-1.4b_random": "b198577185c6da44bdc189f9ee7b2e9baf7ec811ee9905f8c9577c054ea90218",
    "EleutherAI--pythia-14m_mongo": "4d8f1628a4717a14783e1faec6467075f1b9530a8081a58d72aadfe773bf2ab9",
    "EleutherAI--pythia-14m_random": "2a46a6d9500692059272acf49ccabc0c6daab145cf16bcbc3e1514cae6bd9cbe",
    "EleutherAI--pythia-160m_mongo": "9ab6d6f01ecb8ae92fb712a3bc7336c1b31a558508a0fedf80c3e95d2824d2a1",
    "EleutherAI--pythia-160m_random": "25c7e8d84412ec58f2a2a4ca0bc3507735c21e97cef7675fcbd88b3067ededcb",
    "EleutherAI--pythia-1b_mongo": "eadac7322aca28d954b1ea4ece68da081978c7ac9e87e7801af92931a54bdedd",
    "EleutherAI--pythia-1b_random": "3ffa99a032898411f19d26c04acea7a7f407431e78b13d77b6a036e0f377a121",
    "EleutherAI--pythia-2.8b_mongo": "baa3e5ea8769a73d8e24d42045d71b866cede2eb3dd34996a411c585d1ad8687",
    "EleutherAI--pythia-2.8b_random": "fcd7521b9b4ff73a5c4b28ed94e56bb2051111438d860982bf5750948e77e829",
    "EleutherAI--pythia-31m_mongo": "3b5df848e62066a2feea4d9a1037d90c11fd694340ec9814776b2e38045c27a2",
    "EleutherAI--pythia-31m_random": "60a6ead2781677c5fbf65ea19f9dd5b6801fbe84255e379af8565c1da02cbc6e",
    "EleutherAI--pythia-410m_mongo": "150a4dddcd8b702115bd6fd42869085338d0f9fcf015ff2feea5682de2289982",
    "EleutherAI--pythia-410m_random": "d41efad33db0b3b29585c9ef1493c5df67e8f1208edd3b7e8425b620c6918d69",
    "EleutherAI--pythia-70m_mongo": "eced809bfb1a07bafa6bfc01610875010bb8d03a763e3aba0cec00a25b2e1e38",
    "EleutherAI--pythia-70m_random": "1efba0d121b9514697e91e41aa68e6b764608915bea3ed7200904e1a94409fca",
    "HuggingFaceTB--SmolLM2-135M_mongo": "a37b8bf191c09d62394fd51f95f2bd4376993e6100724c798a1e8ec33f006db4",
    "HuggingFaceTB--SmolLM2-135M_random": "a6825f9c56c5728b7cc476577b1d08f5c7d64df0bb74473a449ba538a418419f",
    "HuggingFaceTB--SmolLM2-360M_mongo": "715b08e9f8beed8596a65774bd6ba5d995d81ed92efe0bc5a4e1db7dca34d0a8",
    "HuggingFaceTB--SmolLM2-360M_random": "6e18d0ff525942fd163a33bff7b2384596433960f327dbc0af934792f0a41c1b",
    "Qwen--Qwen2.5-0.5B_mongo": "5e79ac191ef1e725ec48ad6e151d1d83df59a0808cdbf880a26acf38f78bfa91",
    "Qwen--Qwen2.5-0.5B_random": "0ba3128b0010dbbd290fcd8d37dcf1bf8dcaf7fd66ab546aed9b6f4daf2cff8d",
    "Qwen--Qwen2.5-3B_mongo": "78cec934e113ffaa2b738890d7b76b8c5a82ae895fcd2f4fdd05eac2669f81c6",
    "Qwen--Qwen2.5-3B_random": "3545020eb52d439254a68c183507af7661abf16668848c6eb32f2518b63166d1",
    "Qwen--Qwen2.5-7B_mongo": "28ae5d2c4a27b6cc75de3a5bf73a8199b4b45dfb4cc972fb9cddc1fb234a10d8",
    "Qwen--Qwen2.5-7B_random": "147d63ddbff022c80586acd129f7f4c47c9c2654f4c394690aa3b5bc9ea11766",
    "allenai--OLMo-7B-hf_mongo": "2ddaaa1aeb66483985c0d3d0811bda8fa791b37171eaaef08a345355b5975fd4",
    "allenai--OLMo-7B-hf_random": "be75dd08fe1eb910423826f4caeff8374e8badc01bd5a5a8b9f7d8b4e5232742",
    "allenai--OLMo-7B_mongo": "a484ac5d5fa9c16979ecc196b4890617a383c81031379e81b96923a6c3b7ac15",
    "allenai--OLMo-7B_random": "682ab4a977f8e964835e69a85f491ef6b9fe7275068911418b8821ea42bea299",
    "bigscience--bloom-7b1_mongo": "2a926432763d9c582084cff5241829178ac175b33a6dec41fb5afe10b328e5ab",
    "bigscience--bloom-7b1_random": "85b44795986bf0ca70f1c55df3a303ca58831b56a75f00c1e4f14805040e8762",
    "cerebras--Cerebras-GPT-2.7B_mongo": "d19674a9704bdc6775c343f79e3338edd485428e37163be726cde911c9806d5e",
    "deepseek-ai--deepseek-llm-7b-base_mongo": "f8075e490ad13dcfb88d15df389c74691492cdd63052125d9291b227d3307a85",
    "deepseek-ai--deepseek-llm-7b-base_random": "a288a71c18c8bd5173a8127afc632fc517bd298ad2ca2699eff5f0eced5a84c9",
    "google--gemma-2-9b-it_mongo": "ceec23d7cdfeca65a9f8710526818a75db6e7d7c2681d7d0674f82c989f0c9ac",
    "google--gemma-2-9b-it_random": "c6428ac1bec2ea56036b888db8f0853d12ae057e902fbbc67dd03124a22fdf29",
    "gpt2-large_mongo": "5e961e3d484225037573404d8655a36e91280ba657b3e0a47a5b61144b372b8a",
    "gpt2-large_random": "05c881bed706da85db6d55b23a1fa3660493a4a949f131a93b286b1a63ff060d",
    "gpt2-medium_mongo": "d4355cb5d9b658345b030c8ade6b9fe17b5de8ff6a155d25428d6aa7125c8aef",
    "gpt2-medium_random": "111b16efe3a4b91be80c44c491ff97aa70218480d2b29a9f6315056666707339",
    "gpt2-xl_mongo": "0dec49dab21eee1c1b56e245fa5f9007755de2731e9128bbce2dba248a80c0ef",
    "gpt2-xl_random": "cd1f7b9bec617cac122286f2055a54d0f60aa5548aacc074c3be5b024d014549",
    "gpt2_mongo": "8d7718869bcd7f76af867097302a3b5d83238686c4b60024b2c26462ce58b211",
    "gpt2_random": "e0bfc1faf3c503fbad55ec148b14d85b1cf8eb5c4a1a815bb36cbbc1998c3103",
    "meta-llama--Llama-2-13b-hf_mongo_kaggle": "5dae9bcbb6c543248c98e1e564b4e8d72285b34038fd408b06adbebb1acc2adf",
    "meta-llama--Llama-2-13b-hf_random_kaggle": "1e09df44ee8ebec995bb6e49ab46506e2a1a2d83233c8b298069d86585f5bb55",
    "meta-llama--Llama-2-7b-hf_mongo": "b87b5af2b828fe8cd3284f5c3f31cc5ee80e69a2d2bdbec9ed9d66322b32da8b",
    "meta-llama--Llama-2-7b-hf_mongo_kaggle": "66859d81348d02bdb914180d23e7407c1d430fbb2f2f55c18dadb5512a649d68",
    "meta-llama--Llama-2-7b-hf_random": "b42503328abe30609728017c015d8201d815658fcef0ce4aa486c466e75169cc",
    "meta-llama--Llama-2-7b-hf_random_kaggle": "8d9a2f4ef78ff9d15f377a75b286bed1390b174bbff29815c708df468e1f45bf",
    "meta-llama--Meta-Llama-3-8B_mongo": "5692ea9ecc4c2a955c411ddf7d0b8e2e2206a567ba514c5c4f4cdfc6eaf59992",
    "meta-llama--Meta-Llama-3-8B_random": "333ce2875c6cc2c3e07c81e176c25dcbe35cf2a30ef056a409821563d6440322",
    "microsoft--phi-2_mongo": "24167719325ebc1bd68c36e9ff001fe6f932b5952fba10b814e1410c64d64bb6",
    "microsoft--phi-2_random": "62b1aa5add75c0324b81b423e40ebb59c4007ebecbd7c1d0228e78d3911f6e63",
    "microsoft--phi-3-mini-4k-instruct_mongo": "b00d08885c2197ecc06e5d9f10bbd91fc6840f90f12694f57b1977293f290463",
    "microsoft--phi-3-mini-4k-instruct_random": "700c92c98f14d61e322c0c4217af38fd08b7e3e3c4b4fcd613e941e27694d922",
    "mistralai--Mistral-7B-v0.1_mongo": "f384d2c3d808dcf16dd329e0f2cef3ed3598fa93aa423f13ee31a1dfdbbe788a",
    "mistralai--Mistral-7B-v0.1_random": "23df4a5fa14c3399bbe1d492960a8a1c60097eec277953fcc75854c47220a215",
    "mistralai--Mistral-Nemo-Instruct-2407_mongo": "3250144d45420520c8402c1599f43d321931fb7c2825a780c7de8a9dad16cc79",
    "mistralai--Mistral-Nemo-Instruct-2407_random": "61d2b076b63787c20f856cc85f530a8135d25b5969cfa68e5dc9a55ac807fb51",
    "tiiuae--falcon-7b_mongo": "e7ca893dc47f8456f0c9d3abb0eb2a53c8c05663d59f3b39bd36a895445c38aa",
    "tiiuae--falcon-7b_random": "bc2fe870d3cea2ea7823717ab3224f017a74fabc14d504406b51b510f9a2a2a3",
}
"""The files of tafagent/e4_gamma that hold attention by distance, by model and corpus."""

HEADS = {
    "EleutherAI--pythia-1b_step1_full": "5755db76d689e8e0df5955efc65ec98d55178f37e3e6593529ad40a4a5cd57ac",
    "EleutherAI--pythia-1b_step143000_full": "5b0d4d1d8b087dcf057c9d8c5db5fafd79d0fe68772715c9e1d2a496e990aa3a",
    "pythia-1b_step1": "665aa9edb35031a633b97c2ccff92d6cefcc47e939bed173e08d1e6d0161ac53",
}
"""The files of tafagent/exp_gamma_field that hold an exponent for every head, by model and training step."""

SHA256 = {
    "gamma_atlas.csv": "747298f852f5a4e41bf842fb9fff603224ef3ee7d7d8bcf65ed2b7d413c47894",
    "lean_status.json": "a33565fd82a40553aa63e5cec719160e11195af66ddd38220ae57e883c82b261",
    "tafagent/theta_steering/pythia-70m_theta_steering.json": "ca4ff99e30edd9529649fa45f74ce89ecb417cafa84a68fc552b02d1d03c7621",
    "tafagent/exp_d1/grokking_hagedorn_results.json": "4c7352aadeac17973269cbb01f6ef7cfe66353d84a7898f8b6d25465cb6bed1e",
    "tafagent/exp_b1/niah_v5_extended.json": "acd1f622be78afa1289a310c43a654dc85913b6dfc339215c851c40c1859d1ab",
    "tafagent/exp_b1/niah_alpha_opt_results.json": "92bdbb98b18231c2cfc4e5c9f0687428f6d9ad42345c22903ff8261eaa44a3ff",
    "tafagent/e7_passkey/o_passkey_codellama.json": "4712a73400964484c71b5352dd486cfd119cf846d6c2b6b54e6291e6f9e72b39",
    "tafagent/e7_passkey/o_passkey_mistral.json": "e0401c804af7f96f11d522c538abc0a3aa3c705ecef0d4d4ef10d0d729085449",
    **{f"tafagent/e4_gamma/{name}.json": digest for name, digest in DISTANCES.items()},
    **{f"tafagent/exp_gamma_field/{name}_gamma_field.json": digest for name, digest in HEADS.items()},
}
"""Every file by name (the layout below CLAIMS_DATA is the same), with the sha256 of its bytes."""


def path(name: str) -> Path:
    """The file of that name, its bytes being those declared. Absent: raises Absent. Other bytes: ValueError."""
    declared = SHA256[name]
    for folder in (os.environ.get("CLAIMS_DATA"), _cache()):
        file = Path(folder) / name if folder else None
        if file and file.is_file():
            found = hashlib.sha256(file.read_bytes()).hexdigest()
            if found != declared:
                raise ValueError(f"{file} is not the declared {name}: its sha256 is {found}, not {declared}")
            return file
    raise Absent("data absent; make data, or set CLAIMS_DATA")


def origin(name: str) -> str:
    """The address of a file at its pinned commit."""
    return GUIDE + name if name == "gamma_atlas.csv" else TAFAGENT + name.removeprefix("tafagent/")


def fetch(name: str) -> Path:
    """The file in the cache, downloaded if it is not there or its bytes differ; other bytes than declared are an error."""
    import pooch  # type: ignore[import-untyped]

    file = _cache() / name
    pooch.retrieve(origin(name), known_hash=f"sha256:{SHA256[name]}", fname=file.name, path=file.parent)
    return file


def _cache() -> Path:
    """The folder that pooch.os_cache names, asked of the package that pooch asks: that one loads at once."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("claimledger")) / "data"


def main() -> None:
    """Fetch every declared file, saying which."""
    for number, name in enumerate(SHA256, 1):
        try:
            print(f"{number}/{len(SHA256)} {fetch(name)}", flush=True)
        except (OSError, ValueError) as error:  # no network, or other bytes
            sys.exit(f"{origin(name)} was not fetched ({error}); set CLAIMS_DATA to a folder that holds the data")


if __name__ == "__main__":
    main()
