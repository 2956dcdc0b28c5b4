/* session/take.c: a copy of an object with all that is loaded, in one block of memory that outlives the session.
 * It knows nothing of the database and changes nothing of the session. cq_take calls it.
 *
 * Two passes: the first finds every object that is reached and counts bytes, the second copies. Cycles stay cycles.
 */
#include "session/collection.h"
#include "session/enter.h"
#include "session/entry.h"
#include "session/model.h"

#include "base/map.h"
#include "meta/type_registry.h"

/* One object that is copied. */
typedef struct taken {
	struct taken *next;
	const void *object;
	const cq__model *model;
	void *copy;
} taken;

typedef struct taking {
	cq_session *session;
	cq__arena *scratch;   /* of the list */
	cq__map found;        /* by object */
	taken *first, **last;
	size_t bytes;         /* of the copies */
	cq__arena *block;
} taking;

static size_t rounded(size_t size)
{
	return (size + (CQ__ARENA_ALIGNMENT - 1)) & ~(size_t)(CQ__ARENA_ALIGNMENT - 1);
}

/* ---- texts ---------------------------------------------------------------------------------------------------------- */

/* The bytes that a member points to, the NUL of a text included; 0 when it points to none of its own. */
static size_t pointed_size(const cq_column *column, const void *member)
{
	if (column->type == CQ_TYPE_BYTES)
		return ((const cq_bytes *)member)->data != NULL ? ((const cq_bytes *)member)->size : 0;
	const char *const text = *(const char *const *)member;
	return text != NULL && text != cq_default_text ? strlen(text) + 1 : 0;
}

static bool points(const cq_column *column)
{
	return cq__type_info((cq_type)column->type)->pointer_null;
}

static size_t texts_size(const taken *each)
{
	size_t size = 0;
	for (uint32_t i = 0; each->model->has_texts && i < each->model->table->column_count; i++) {
		const cq_column *const column = cq__model_column(each->model, i);
		if (points(column))
			size += pointed_size(column, cq__model_member(each->model, each->object, i));
	}
	return size;
}

static bool copy_texts(cq__arena *block, const taken *each)
{
	for (uint32_t i = 0; each->model->has_texts && i < each->model->table->column_count; i++) {
		const cq_column *const column = cq__model_column(each->model, i);
		if (!points(column))
			continue;
		void *const member = cq__model_member(each->model, each->copy, i);
		const size_t size = pointed_size(column, member);
		if (size == 0) {
			/* No bytes are some all the same, and nobody else's. */
			if (column->type == CQ_TYPE_BYTES && ((const cq_bytes *)member)->data != NULL)
				((cq_bytes *)member)->data = "";
			continue;
		}
		const void *const from = column->type == CQ_TYPE_BYTES ? ((const cq_bytes *)member)->data : *(const char *const *)member;
		char *const copy = cq__arena_alloc_text(block, size);
		if (copy == NULL)
			return false;
		memcpy(copy, from, size);
		if (column->type == CQ_TYPE_BYTES)
			((cq_bytes *)member)->data = copy;
		else
			*(const char **)member = copy;
	}
	return true;
}

/* ---- finding -------------------------------------------------------------------------------------------------------- */

static taken *find(const taking *t, const void *object)
{
	return cq__map_get(&t->found, &object, sizeof object);
}

static cq_status find_one(taking *t, const void *object, const cq__model *model)
{
	if (find(t, object) != NULL)
		return CQ_OK;
	taken *const made = cq__arena_alloc(t->scratch, sizeof *made);
	if (made == NULL)
		return cq__session_fail(t->session, CQ_NO_MEMORY, NULL);
	*made = (taken){ .object = object, .model = model };
	if (cq__map_put(&t->found, &made->object, sizeof made->object, made, NULL) != CQ_OK)
		return cq__session_fail(t->session, CQ_NO_MEMORY, NULL);
	*t->last = made;
	t->last = &made->next;
	t->bytes += rounded(model->table->object_size) + texts_size(made);
	return CQ_OK;
}

static cq_status find_related(taking *t, const taken *each)
{
	for (uint32_t i = 0; i < each->model->relation_count; i++) {
		const cq__relation *const relation = &each->model->relations[i];
		void *one[1];
		void *const *items;
		const uint32_t count = cq__member_items(relation, each->object, one, &items);
		if (relation->many && count != 0)
			t->bytes += rounded(sizeof(cq__items_head) + count * sizeof(void *));
		for (uint32_t k = 0; k < count; k++)
			CQ_TRY(find_one(t, items[k], relation->target));
	}
	return CQ_OK;
}

/* ---- copying -------------------------------------------------------------------------------------------------------- */

static void copy_one(const taking *t, const cq__relation *relation, const taken *each)
{
	const cq_any_one *const from = cq__member_one(relation, each->object);
	cq_any_one to = { 0 };
	if ((from->flags & CQ_RELATION_LOADED) != 0)
		to = (cq_any_one){ .object = from->object != NULL ? find(t, from->object)->copy : NULL, .flags = CQ_RELATION_LOADED };
	*cq__member_one(relation, each->copy) = to;
}

static bool copy_many(const taking *t, const cq__relation *relation, const taken *each)
{
	void *one[1];
	void *const *items;
	const uint32_t count = cq__member_items(relation, each->object, one, &items);
	cq_any_many to = { .flags = cq__member_flags(relation, each->object) & (CQ_RELATION_LOADED | CQ__MEMBER_PART), .count = count };
	if (count != 0) {
		cq__items_head *const head = cq__arena_alloc(t->block, sizeof *head + count * sizeof(void *));
		if (head == NULL)
			return false;
		*head = (cq__items_head){ .capacity = count };
		void **const copies = (void **)(void *)(head + 1);
		for (uint32_t i = 0; i < count; i++)
			copies[i] = find(t, items[i])->copy;
		to.items = copies;
	}
	*cq__member_many(relation, each->copy) = to;
	return true;
}

static bool copy_relations(const taking *t, const taken *each)
{
	for (uint32_t i = 0; i < each->model->relation_count; i++) {
		const cq__relation *const relation = &each->model->relations[i];
		if (!relation->many)
			copy_one(t, relation, each);
		else if (!copy_many(t, relation, each))
			return false;
	}
	return true;
}

/* The first object stands where cq_free looks for its block. */
static bool copy_all(taking *t)
{
	for (taken *each = t->first; each != NULL; each = each->next) {
		each->copy = cq__arena_alloc(t->block, each->model->table->object_size);
		if (each->copy == NULL)
			return false;
		memcpy(each->copy, each->object, each->model->table->object_size);
	}
	for (const taken *each = t->first; each != NULL; each = each->next)
		if (!copy_texts(t->block, each) || !copy_relations(t, each))
			return false;
	return true;
}

static cq_status take(taking *t, const void *object, const cq__model *model)
{
	CQ_TRY(find_one(t, object, model));
	for (const taken *each = t->first; each != NULL; each = each->next)
		CQ_TRY(find_related(t, each));
	t->block = cq__arena_create(t->bytes);
	if (t->block != NULL && copy_all(t))
		return CQ_OK;
	if (t->block != NULL)
		cq__arena_destroy(t->block);
	return cq__session_fail(t->session, CQ_NO_MEMORY, NULL);
}

static cq_status take_out(cq_session *session, const void *object, void **out)
{
	/* Also of what was taken out of the session and has a row. */
	const cq__entry *entry = object != NULL ? cq__entry_of_any(session, object) : NULL;
	if (entry == NULL)
		return cq__session_fail(session, CQ_MISUSE, "cq_take: the object is not in the session");
	taking t = { .session = session, .scratch = cq__arena_create(CQ__ARENA_SMALL) };
	t.last = &t.first;
	if (t.scratch == NULL)
		return cq__session_fail(session, CQ_NO_MEMORY, NULL);
	const cq_status status = take(&t, object, entry->model);
	if (status == CQ_OK)
		*out = t.first->copy;
	cq__map_release(&t.found);
	cq__arena_destroy(t.scratch);
	return status;
}

cq_status cq_session_take(cq_session *session, const void *object, void *out)
{
	if (out != NULL)
		*(void **)out = NULL;
	CQ_TRY(cq__session_enter_still(session, "cq_take"));
	if (out == NULL)
		return cq__session_leave(session, cq__session_fail(session, CQ_MISUSE, "cq_take: the output is NULL"));
	return cq__session_leave(session, take_out(session, object, out));
}
