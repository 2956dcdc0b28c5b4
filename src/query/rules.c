/* query/rules.c: the rules' ids, sentences, examples and cures, expanded from their list.
 * It knows nothing of how a rule is checked. The checker reads it.
 */
#include "query/rules.h"

#define TEXT(name, id, example, cure) [CQ__RULE_##name] = { id, CQ_SAY_##name, example, cure },

const cq__rule_text cq__rule_texts[CQ__RULE_COUNT] = { CQ_RULE_LIST(TEXT) };
