/* session/make.h: models and relations while they are made.
 * It knows nothing of who asks for one. model.c makes models with it, model_relation.c their relations.
 */
#ifndef CQ__SESSION_MAKE_H
#define CQ__SESSION_MAKE_H

#include "meta/type_registry.h"
#include "session/session.h"

/* What is made, and dropped as a whole when a part of it is wrong. */
typedef struct cq__making {
	cq_session *session;
	cq__arena *memory;
	cq__model **models;
	uint32_t count;
} cq__making;

/* The model of a table: known, under way, or begun now, without relations yet. */
CQ_CHECKED cq_status cq__make_model(cq__making *making, const cq_table *table, cq__model **out);

/* Columns of a table. */
CQ_CHECKED cq_status cq__make_columns(cq__making *making, cq__columns *out, const uint16_t *indexes, uint32_t count);

/* model_relation.c: the relations of a model, with the models they lead to; and, when all models have theirs, what is BACK of what. */
CQ_CHECKED cq_status cq__make_relations(cq__making *making, cq__model *model);
CQ_CHECKED cq_status cq__make_backs(cq__making *making, cq__model *model);

#endif
