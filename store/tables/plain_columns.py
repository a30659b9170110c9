"""Every table with its columns; made by `python -m tests.plain_tables` from the classes beside.

A column is its name and kind: ! of the key, !! of a key that is always given, ? may be empty, = what stands there
where nothing is given.
"""

from __future__ import annotations

COLUMNS = {
    "ArticleCountRow": "article_id:str! outlet_id:str? published_key:str counts:json",
    "ArticleKeyRow": "key:bigint!! number:bigint!!",
    "ArticlePairRow": "a:bigint!! b:bigint!! share:float passage:text credit:text",
    "ArticleReviewRow": "article_id:str! machine:json read_by:str? read_at:time?",
    "ArticleRow": (
        "id:str! doc:str text:text text_hash:str title:str? url:str? url_key:str? outlet_id:str? "
        "outlet_inferred:bool=False wire:str? wire_inferred:bool=False author:str? byline:json "
        "credits:json dateline_place:str? dateline_date:str? dateline_start:int? "
        "dateline_end:int? dateline_text:str? published:str? published_inferred:bool=False "
        "published_key:str='' fetched:time retrieval:json0? edition_of:str? current:bool=True "
        "detector:str? section:str? language:str? unread_language:str? modified:str? told:json "
        "edition_changes:json0? run_id:str?"
    ),
    "ChainLinkRow": (
        "claim_id:str! position:int! intermediary:str start:int? end:int? evidence:text? "
        "inferred:bool=False"
    ),
    "ClaimBlockRow": (
        "block:bigint!! stances:bytes kinds:bytes sayings:bytes labels:bytes days:bytes "
        "outlets:bytes speakers:bytes"
    ),
    "ClaimKeyRow": "key:bigint!! number:bigint!!",
    "ClaimLinkRow": "a:bigint!! b:bigint!! relation:str closeness:float reason:text",
    "ClaimRow": (
        "number:bigint! id:str article_id:str start:int cue:json source:json content:json "
        "quote:text cue_text:text kind:str stance:str polarity:str hedged:bool "
        "saying:str='statement' nested:bool parent:str? mention:text speaker_id:str? "
        "effective_speaker_id:str? effective_speaker_reason:text? speaker_kind:str members:json "
        "principal:str? affiliation:str? declared_count:int? speaker_inferred:bool "
        "speaker_confidence:float said_on:str? said_on_precision:str? channel:str? venue:text? "
        "audience:text? anonymity:str? runner_up:text? setting_evidence:json confidence:float "
        "reasons:json prefix:text suffix:text detector:str? vanished:bool=False"
    ),
    "ClaimValueRow": (
        "number:bigint!! speaker:bigint? outlet:bigint? day:str stance:str kind:str saying:str "
        "labels:str words:text?"
    ),
    "ConflictRow": "id:int! a:str b:str reason:text",
    "CopyRow": "article_id:str! of:str! share:float evidence:text credit:text",
    "DayCountRow": "word:str! day:str! value:str! claims:int",
    "DecisionRow": (
        "id:int! at:time reviewer:str kind:str subject:str before:text? after:text? note:text "
        "digest:str salt:str='' seal:str?"
    ),
    "FacetCountRow": "word:str! value:str! claims:int",
    "IndexedArticleRow": "number:bigint!! id:str keys:bytes",
    "IndexedClaimRow": "number:bigint!! id:str article_id:str keys:bytes",
    "JointMemberRow": "key:str! number:bigint! article_id:str",
    "MetaRow": "key:str! value:int=0",
    "OriginLinkRow": "id:int! proposition_id:str a:text b:text relation:str reason:text evidence:text",
    "OutletRow": "id:str! name:str key:str kind:str? domain:str? owner:str? source:str?",
    "PendingArticleRow": "article_id:str! published_key:str=''",
    "PropositionClaimRow": (
        "proposition_id:str! claim_id:str! position:int role:str origin:text? copy_of:str? "
        "reason:text confirmed:bool=True"
    ),
    "PropositionRow": (
        "id:str! label:str named:bool contested:bool origins_min:int origins_max:int "
        "channels_min:int channels_max:int conflicts_with:json origins:json reasons:json "
        "decided:json rank:int first_published:str spread:int=0"
    ),
    "ReadMarkRow": "reader:str! query:str! number:bigint claim_id:str at:time",
    "ReviewRow": (
        "claim_id:str! status:str reviewer:str at:time note:text machine:json added:bool=False "
        "found:bool=True private_speaker:str?"
    ),
    "RoleRow": "id:int! speaker_id:str office:str since:str? until:str?",
    "RunRow": (
        "id:str! command:str started:time finished:time? versions:json counts:json failures:json "
        "unread:json"
    ),
    "SecretRow": "name:str! value:str",
    "SpeakerCountRow": "speaker_id:str! name:str claims:int articles:int outlets:int first:str? last:str?",
    "SpeakerKeyRow": "key:str! speaker_id:str!",
    "SpeakerNameRow": "speaker_id:str! name:str! key:str decided:bool=False",
    "SpeakerOutletRow": "speaker_id:str! outlet_id:str! articles:int",
    "SpeakerPairRow": "a:str! b:str! one:bool decision:int",
    "SpeakerRow": (
        "id:str! name:str kind:str affiliation:str? principal:str? era:str='' canonical_id:str='' "
        "joined:text"
    ),
    "SpeakerSplitRow": "article_id:str! speaker_id:str! effective_speaker_id:str",
    "SpeakerWordRow": "word:str! speaker_id:str!",
    "TombstoneRow": "digest:str! kind:str at:time",
    "ValueCodeRow": "word:str! value:str! code:int",
    "VisitRow": "address:str! etag:text? modified:text? mark:str='' at:time held_until:time?",
    "WatchRow": "name:str! address:str! added:time",
    "WrittenFileRow": "path:text! command:str at:time",
}
