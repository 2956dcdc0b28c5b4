/* session/model.h: the models that an engine's sessions have met, each made and checked once.
 * It knows nothing of objects. All of src/session calls cq__model_find (declared in session/session.h); an engine that closes
 * frees what it keeps.
 */
#ifndef CQ__SESSION_MODEL_H
#define CQ__SESSION_MODEL_H

#include "session/session.h"

/* The member of an object's column, and of its snapshot's. */
static inline void *cq__model_member(const cq__model *model, const void *object, uint32_t column)
{
	return (char *)(uintptr_t)object + model->table->offsets[column];
}

/* The column of that index. */
static inline const cq_column *cq__model_column(const cq__model *model, uint32_t column)
{
	return &cq_table_columns(model->table)[column];
}

/* The relation as the session knows it, of one as the program names it (also of an alias's, and of another unit's copy); NULL: it
 * is none of this model. */
const cq__relation *cq__model_relation(const cq__model *model, const cq_relation *said);

#endif
