/* query/rules.h: the list of cquel/rules.h as data.
 * It knows nothing of how a rule is checked. The checker and the test that writes docs/rules.md expand it.
 */
#ifndef CQ__QUERY_RULES_H
#define CQ__QUERY_RULES_H

#include <cquel/rules.h>

#define CQ__RULE_ENUM(name, id, example, cure) CQ__RULE_##name,
typedef enum cq__rule { CQ_RULE_LIST(CQ__RULE_ENUM) CQ__RULE_COUNT } cq__rule;
#undef CQ__RULE_ENUM

typedef struct cq__rule_text {
	const char *id;       /* "like-not-text" */
	const char *sentence; /* reads on behind a colon */
	const char *example;
	const char *cure;
} cq__rule_text;

extern const cq__rule_text cq__rule_texts[CQ__RULE_COUNT];

#endif
