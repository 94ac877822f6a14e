"""A page of one line, encrypted with 256-bit AES (ISO 32000-2, 7.6.4, revision 6), packed as base64 of zlib."""

import base64
import zlib


def _unpacked(text: str) -> bytes:
    return zlib.decompress(base64.b64decode(text))


FOR_ANYONE = _unpacked(
    "eNqFVE2IHEUUBo8DoiD4FwyFsAcPm66qV10/OixkMzMkJmHD/qEsQet3d2S2e+npXScYCJ7Vm0dPOXnx5CEgQvDgTS/ComcVRA9qIKAn8XXv/M"
    "ke7Omhq99733vv+/pVrdzqDVbZJdVZefjX/X86jFBSunc63S7J+pM6FuNhWYxJ83q5t95vF+t2HHdj1XhIhtClyBvxJI6IJmtrzZ3dsvtxTDjm"
    "3CTZ9p2jSLIrtrajch/dnViEphRfKnmlPC5qwkh2fRjGZI9AC709A5/lW0DhP9ACm6jHRJyVuxnD0K6XE8xC8ScoJYD/202WCgNnbW3GcXlc+X"
    "hGcoBZzhYkb/1TJov6S+XFUvnBcFTHCp8jW8de9GXA+Bux2K8PiJENaFxX0R52vn/i0ReDlzcuXPjo9QfumS9Pv33z8MFv37z1xqt/3nv68faz"
    "197+ce+V7dWHw58+/eD9zy9+9fXVJy91v3vh4O8Xr38WyM/3/vj4pYuPTkfrYef5H+72Jvd/efwenDyXv/vJr7+fvvbU3cmHTXPTUtM286U2m2"
    "/XcsyuxtFJrIfekmzr2NUtv4Ylm5FtwxZk5bLWg1ajrTpMV5eP64P+SaNq1iv9xlEsmqCb6Ohv7cJcCOAzPWdybdW2CLYK8xCeS5JtkK43xnCt"
    "Obc8RqspB5c000KrkKTw0bnI8lzySIN0AAlECIlHbnLmBRjNeMpFUNo4hnDmwXivBHec0+RETrGHDRxnUIiT1gTKqPTBqSRo8IIKo5jQISjnco"
    "YZ0JAiz4WyiQmvOeMOnPOyGXKyyijXuIjVIU6RUQkc1whClHDYtJPWea4UD2CsRcgmkQ31w8FMQ3xUi5cd0lVIEAx1IkgTjGDSSk2DznOtLddJ"
    "azAuRdBcBa+DTtarmNPonQncsKRAgUmNaFE54FJqi4mYicH46Jnh2MQO0pdgOYriqAkqRGUSAyGE1o5TJwET0eQVFgbtmQAaqeNKeGVEQPqMe0"
    "yzixtlMSWTKqYOJapD5xeReQ45SWRuYziRraeY2xjQ8zZtztmAyXM2oeGcDUsubHVlhyOctmZSN8uyOWDarX+tR/a6wATLDZfYozbKAActJJcC"
    "QANXJl/7/wg8U/qFr+4c1URODw3c7baqWzUYo9BZWelvDDr/Amm2hos="
)
"""Its user has no password, its owner has one."""

FOR_ONE = _unpacked(
    "eNqFVD2IHFUcT6HNYqVFQESe4hUSznnfH2G9kMvuouTCHbfmwAsp3sf/XfbYmzlmZ5e7xjQWqdIlpkgTIaKilY1FxF4CAcsUkka0lSCxEPHN3H"
    "7JFb6ZYf7z//795/feylant0reU62VH198/k+LIIwKt99qt1HWPaogHw2KfITqz4ud9W4jrNsR7EBZW1CWQpc8N2ACQ6TR2lp9Z1t2D0aIppzb"
    "KPvo+BBQdslWdljsJXML8lCXokslLxXjvEIEZZcHYYSuIdaEXp8Fn+RbhLL/hOapiWqE+Em5KxAGdr04SllwujjGiKXnep2lTI6ztrZhVIxLDy"
    "cgeynLiYBEY58iWdRfKs+XyvcGwwrK9B7aCjrgi5D8NyDfq24gI+ugUVWCPWi9/dbLT+0fj7cmtx9cfvPebz9tPO+/8fPfZ1+/f/PPW89+eXHQ"
    "nny5f/a7c99c2L3/YHf10XPufvjq16fvPzsGNgpPPj1zcxe/8/D3M5+88v3++KVHr63e5U/Of/zuZ389vHPvi69f/fZx3dy01LRNsdRm/e8ajN"
    "kHMJxANfAWZf2xqxp8NUoyA9u4LcDK5Vn3mhn1qzCVLo6rG91JPdWsU/jNQ8hrpyvJ0O3vsPkgGJ3NczaufmXzYMswd6FComwTtb3i0UdOtcaC"
    "Yy4pU+AUidwKDtEHbE3k2hqljIreS6MZQJSUC0OY0toyomTgzjovLGY+EqoxCVGAtZRElnrYTHT2lmjqsY86BuxsjKAdBUdAG7BOOmociTYRh3"
    "usPBCmhacGNMMagiC0JjlaJZjqJEB5kFjEPIAAYqlIHYdIHVGWCWEccyI6rlLINpI19IPebIbpVS4+rqJ2tN5gR+umIxdayxpGJBEYCJuGESPV"
    "kkodNXYyWiUiOCyU0dhiGT0GZ7T31FPFnKqX80FF7JgBmmSbmria4AfnOSOBRWNcIERK6xQlQmnBODhJRCDMaKoJlYJybyQFlm7vsLTYC5fS7K"
    "SNsmDJUQmxhZFq4flCUggmUERzHUmMbCz5XEcYPq3T5pSOEXlKxzU7pUslF7qqtINhYlvN1O2iqA+YZut/2EHX2oxwIkzCx4Q2yjDKdGKb5Ixp"
    "RpURa//vkc6Ubu7L48MKyemhkXa7LatmGoRg1lpZ6W72Wv8CHM6J4g=="
)
"""Its user has a password."""
