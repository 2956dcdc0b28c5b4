/* exec/copy.c: copies of a statement's values, for statements that outlive the call that gave them.
 * It knows nothing of operations. operation.c and stream.c call it.
 */
#include "exec/operation.h"
#include "meta/type_registry.h"

/* A text or bytes where `place` points; false when there is no memory. */
static bool copy_reached(cq__arena *arena, cq_type type, void *place)
{
	if (type == CQ_TYPE_BYTES) {
		cq_bytes *const bytes = place;
		if (bytes->data == NULL)
			return true;
		bytes->data = cq__arena_text(arena, bytes->data, bytes->size);
		return bytes->data != NULL;
	}
	const char **const text = place;
	if (*text == NULL)
		return true;
	*text = cq__arena_text(arena, *text, strlen(*text));
	return *text != NULL;
}

static bool copy_array(cq__arena *arena, cq_type type, cq_value *value)
{
	const cq__type_information *const information = cq__type_info(type);
	const size_t count = value->bytes.size;
	if (count == 0 || value->bytes.data == NULL)
		return true;
	char *const copy = cq__arena_alloc_array(arena, count, information->size);
	if (copy == NULL)
		return false;
	memcpy(copy, value->bytes.data, count * information->size);
	value->bytes.data = copy;
	for (size_t i = 0; i < count && information->pointer_null; i++)
		if (!copy_reached(arena, type, copy + i * information->size))
			return false;
	return true;
}

cq_value *cq__values_copy(cq__arena *arena, const cq__compiled *compiled, const cq_value *values)
{
	const uint32_t count = compiled->value_count;
	cq_value *const copies = cq__arena_alloc(arena, count * sizeof *copies);
	if (copies == NULL || count == 0)
		return copies;
	memcpy(copies, values, count * sizeof *copies);
	if (compiled->plain_values)
		return copies;
	cq_value *value = copies;
	for (uint32_t i = 0; i < compiled->node_count; i++) {
		const cq_node *const node = &compiled->nodes[i];
		if (node->op != CQ_OP_VALUE)
			continue;
		const cq_type type = (cq_type)node->type;
		bool copied = true;
		if (value->is_null)
			copied = true;
		else if ((node->flags & CQ_VALUE_ARRAY) != 0)
			copied = copy_array(arena, type, value);
		else if (type == CQ_TYPE_BYTES)
			copied = copy_reached(arena, type, &value->bytes);
		else if (cq__type_info(type)->pointer_null)
			copied = copy_reached(arena, type, &value->text);
		if (!copied)
			return NULL;
		value++;
	}
	return copies;
}
