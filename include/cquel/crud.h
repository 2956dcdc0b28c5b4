/* cquel/crud.h: CQ_CRUD(User, users): the functions that most programs write for a model, typed, over a session. docs/crud.md is the guide.
 *
 * Include it, and write CQ_CRUD, in the source files that call them: nothing else pays for their compilation.
 */
#pragma GCC system_header
#ifndef CQUEL_CRUD_H
#define CQUEL_CRUD_H

#include <cquel/define.h>
#include <cquel/session.h>

/** Defines, for the model S of the table t with the primary key `id`:
 *
 *      User_objects                                                    a type: cq_objects(User)
 *      User_fields                                                     a struct: for each column that can be set { bool given; T value; }
 *      cq_status User_get(session, id, User **out)                     NULL: there is none
 *      cq_status User_exists(session, id, bool *out)
 *      cq_status User_count(session, int64_t *out)
 *      cq_status User_list(session, offset, limit, User_objects *out)  in the order of the key; limit below 0: all that follow
 *      cq_status User_create(session, const User *values, User **out)  the values and their texts are copied
 *      cq_status User_update(session, id, const User_fields *, User **out)  what is given is set (NULL: nothing), texts are copied; NULL: there is none
 *      cq_status User_delete(session, id, bool *found)
 *
 *  A key of several columns is as many parameters. The objects are the session's. create, update and delete flush, so that what the database refuses is
 *  their failure; cq_commit(session) is the program's. On failure *out is NULL, 0 or false. Errors and thread as cq_get, cq_flush.
 *
 *  Example:
 *      CQ_CRUD(User, users)
 *      User_fields fields = { .bio = CQ_GIVEN("x") };
 *      CQ_TRY(User_update(session, 7, &fields, &user)); */
#define CQ_CRUD(S, t) CQ_PRIV_CRUD(S, t)

/** The value of a field that is set; elsewhere fields are not given. Example: User_fields fields = { .is_active = CQ_GIVEN(true) }; */
#define CQ_GIVEN(...) { true, __VA_ARGS__ }

CQ_BEGIN_DECLS

/* The functions behind those: for bindings, they take the description of the table. */
CQ_API CQ_CHECKED cq_status cq_crud_list(cq_session *session, const cq_table *table, int64_t offset, int64_t limit, void *out_objects);
CQ_API CQ_CHECKED cq_status cq_crud_count(cq_session *session, const cq_table *table, int64_t *out);
/** values: of the program's, copied. */
CQ_API CQ_CHECKED cq_status cq_crud_create(cq_session *session, const cq_table *table, const void *values, void *out);
/** object: of the session's, as cq_get gave it. Flushes; what its columns point to is the session's memory then, also when that fails. */
CQ_API CQ_CHECKED cq_status cq_crud_update(cq_session *session, void *object);
/** object: the same. */
CQ_API CQ_CHECKED cq_status cq_crud_delete(cq_session *session, void *object, bool *found);

CQ_END_DECLS

/* ---- which columns: an attribute that is known here vanishes, and what is left says that the column is a key, or cannot be set */
#define CQ_PRIV_NO_KEY_AUTO_INCREMENT
#define CQ_PRIV_NO_KEY_UNIQUE
#define CQ_PRIV_NO_KEY_INDEXED
#define CQ_PRIV_NO_KEY_DEFAULT(x)
#define CQ_PRIV_NO_KEY_DEFAULT_CALL(f)
#define CQ_PRIV_NO_KEY_DEFAULT_NOW
#define CQ_PRIV_NO_KEY_DEFAULT_SQL(x)
#define CQ_PRIV_NO_KEY_ON_UPDATE_NOW
#define CQ_PRIV_NO_KEY_CHECK(x)
#define CQ_PRIV_NO_KEY_CHECK_NAMED(n, x)
#define CQ_PRIV_NO_KEY_REFERENCES(t, c)
#define CQ_PRIV_NO_KEY_ON_DELETE(x)
#define CQ_PRIV_NO_KEY_ON_UPDATE(x)
#define CQ_PRIV_NO_KEY_COMMENT(x)
#define CQ_PRIV_NO_KEY_SQL_NAME(x)
#define CQ_PRIV_NO_KEY_COLLATE(x)
#define CQ_PRIV_NO_KEY_STORED_AS(x)
#define CQ_PRIV_NO_KEY_SOFT_DELETE
#define CQ_PRIV_NO_KEY_VERSION
#define CQ_PRIV_NO_KEY_GENERATED(...)
#define CQ_PRIV_NO_KEY_GENERATED_VIRTUAL(...)

#define CQ_PRIV_CAN_SET_AUTO_INCREMENT
#define CQ_PRIV_CAN_SET_UNIQUE
#define CQ_PRIV_CAN_SET_INDEXED
#define CQ_PRIV_CAN_SET_DEFAULT(x)
#define CQ_PRIV_CAN_SET_DEFAULT_CALL(f)
#define CQ_PRIV_CAN_SET_DEFAULT_NOW
#define CQ_PRIV_CAN_SET_DEFAULT_SQL(x)
#define CQ_PRIV_CAN_SET_ON_UPDATE_NOW
#define CQ_PRIV_CAN_SET_CHECK(x)
#define CQ_PRIV_CAN_SET_CHECK_NAMED(n, x)
#define CQ_PRIV_CAN_SET_REFERENCES(t, c)
#define CQ_PRIV_CAN_SET_ON_DELETE(x)
#define CQ_PRIV_CAN_SET_ON_UPDATE(x)
#define CQ_PRIV_CAN_SET_COMMENT(x)
#define CQ_PRIV_CAN_SET_SQL_NAME(x)
#define CQ_PRIV_CAN_SET_COLLATE(x)
#define CQ_PRIV_CAN_SET_STORED_AS(x)
#define CQ_PRIV_CAN_SET_SOFT_DELETE

#define CQ_PRIV_CRUD_NO_KEY(p, a) CQ_PRIV_NO_KEY_##a
#define CQ_PRIV_CRUD_CAN_SET(p, a) CQ_PRIV_CAN_SET_##a
#define CQ_PRIV_CRUD_KEYS(m, name, T, ...) CQ_PRIV_CAT(m, CQ_PRIV_IS_LIST(CQ_PRIV_ATTRIBUTES(CQ_PRIV_CRUD_NO_KEY, , __VA_ARGS__)))(name, T)
#define CQ_PRIV_CRUD_SETTABLE(m, name, T, ...) CQ_PRIV_CAT(m, CQ_PRIV_IS_LIST(CQ_PRIV_ATTRIBUTES(CQ_PRIV_CRUD_CAN_SET, , __VA_ARGS__)))(name, T)

/* ---- callbacks over the list of columns */
#define CQ_PRIV_CRUD_PARAMETER(...) CQ_PRIV_CRUD_KEYS(CQ_PRIV_CRUD_PARAMETER_, __VA_ARGS__, )
#define CQ_PRIV_CRUD_PARAMETER_0(name, T) , CQ_PRIV_C_##T key_##name
#define CQ_PRIV_CRUD_PARAMETER_1(name, T)
#define CQ_PRIV_CRUD_VALUE(...) CQ_PRIV_CRUD_KEYS(CQ_PRIV_CRUD_VALUE_, __VA_ARGS__, )
#define CQ_PRIV_CRUD_VALUE_0(name, T) CQ_PRIV_GIVEN_VALUE_OF(key_##name),
#define CQ_PRIV_CRUD_VALUE_1(name, T)
#define CQ_PRIV_CRUD_TYPE(...) CQ_PRIV_CRUD_KEYS(CQ_PRIV_CRUD_TYPE_, __VA_ARGS__, )
#define CQ_PRIV_CRUD_TYPE_0(name, T) CQ_PRIV_GIVEN_TYPE_OF(key_##name),
#define CQ_PRIV_CRUD_TYPE_1(name, T)
#define CQ_PRIV_CRUD_FIELD(...) CQ_PRIV_CRUD_SETTABLE(CQ_PRIV_CRUD_FIELD_, __VA_ARGS__, )
#define CQ_PRIV_CRUD_FIELD_0(name, T)
#define CQ_PRIV_CRUD_FIELD_1(name, T) struct { bool given; CQ_PRIV_C_##T value; } name;
#define CQ_PRIV_CRUD_SET(...) CQ_PRIV_CRUD_SETTABLE(CQ_PRIV_CRUD_SET_, __VA_ARGS__, )
#define CQ_PRIV_CRUD_SET_0(name, T)
#define CQ_PRIV_CRUD_SET_1(name, T) if (fields->name.given) object->name = fields->name.value;

/* ---- what is defined: nothing without the list, or without a key in it. The functions need no struct S but name it: when it is not the
 * table's, that alone is said. */
#define CQ_PRIV_CRUD(S, t) CQ_PRIV_CAT(CQ_PRIV_CRUD_LIST_, CQ_PRIV_IS_LIST(t##_COLUMNS(CQ_PRIV_NOTHING)))(S, t)
#define CQ_PRIV_CRUD_LIST_0(S, t) \
	_Static_assert(0, "CQ_CRUD(" #S ", " #t "): the struct stands first, then its table, and there is no list " #t "_COLUMNS");
#define CQ_PRIV_CRUD_LIST_1(S, t) CQ_PRIV_CAT(CQ_PRIV_CRUD_KEYED_, CQ_PRIV_CAT(CQ_PRIV_SOME_, CQ_PRIV_COUNT_REST(0 t##_COLUMNS(CQ_PRIV_CRUD_PARAMETER))))(S, t)
#define CQ_PRIV_CRUD_KEYED_0(S, t) _Static_assert(0, "CQ_CRUD(" #S ", " #t "): " CQ_SAY_NO_KEY);
#define CQ_PRIV_CRUD_IS(S, t) \
	_Generic(__builtin_choose_expr(CQ_PRIV_IS_THERE(cq_has_table_##t), (struct cq_association_of_##t *)0, (struct { cq_no_object *cq_names; } *)0)->cq_names->cq_object, struct S *: 1, default: 0)
typedef struct { int *cq_object; } cq_no_object;

#define CQ_PRIV_CRUD_GET(session, t, out) \
	cq_session_get(session, cq_table_named_##t, out, (const cq_value[]){t##_COLUMNS(CQ_PRIV_CRUD_VALUE)}, (const uint8_t[]){t##_COLUMNS(CQ_PRIV_CRUD_TYPE)}, \
		sizeof (uint8_t[]){t##_COLUMNS(CQ_PRIV_CRUD_TYPE)})

#define CQ_PRIV_CRUD_KEYED_1(S, t) \
	struct S; \
	extern char cq_has_table_##t[]; \
	static const cq_table *const cq_table_named_##t CQ_PRIV_UNUSED; \
	CQ_PRIV_RULE(CQ_PRIV_CRUD_IS(S, t) || CQ_PRIV_IS_THERE(cq_lacking), "CQ_CRUD(" #S ", " #t "): no CQ_MODEL(" #S ", " #t ") stands in front of it") \
	typedef cq_objects(struct S) S##_objects; \
	typedef struct S##_fields { t##_COLUMNS(CQ_PRIV_CRUD_FIELD) char cq_end; } S##_fields; \
	static inline CQ_CHECKED CQ_PRIV_UNUSED cq_status S##_get(cq_session *session t##_COLUMNS(CQ_PRIV_CRUD_PARAMETER), struct S **out) { \
		return CQ_PRIV_CRUD_GET(CQ_PRIV_AT(session), t, out); \
	} \
	static inline CQ_CHECKED CQ_PRIV_UNUSED cq_status S##_exists(cq_session *session t##_COLUMNS(CQ_PRIV_CRUD_PARAMETER), bool *out) { \
		struct S *found = (struct S *)0; \
		if (out != (bool *)0) \
			*out = false; \
		CQ_TRY(CQ_PRIV_CRUD_GET(CQ_PRIV_AT(session), t, out != (bool *)0 ? &found : (struct S **)0)); \
		*out = found != (struct S *)0; \
		return CQ_OK; \
	} \
	static inline CQ_CHECKED CQ_PRIV_UNUSED cq_status S##_count(cq_session *session, int64_t *out) { \
		return cq_crud_count(session, cq_table_named_##t, out); \
	} \
	static inline CQ_CHECKED CQ_PRIV_UNUSED cq_status S##_list(cq_session *session, int64_t offset, int64_t limit, S##_objects *out) { \
		return cq_crud_list(session, cq_table_named_##t, offset, limit, out); \
	} \
	static inline CQ_CHECKED CQ_PRIV_UNUSED cq_status S##_create(cq_session *session, const struct S *values, struct S **out) { \
		return cq_crud_create(session, cq_table_named_##t, values, out); \
	} \
	static inline CQ_CHECKED CQ_PRIV_UNUSED cq_status S##_update(cq_session *session t##_COLUMNS(CQ_PRIV_CRUD_PARAMETER), \
		const S##_fields *fields, struct S **out) { \
		cq_status status = CQ_PRIV_CRUD_GET(CQ_PRIV_AT(session), t, out); \
		if (status != CQ_OK || *out == (struct S *)0) \
			return status; \
		if (fields != (const S##_fields *)0) { \
			__typeof__(__builtin_choose_expr(CQ_PRIV_CRUD_IS(S, t), (struct S *)0, (struct { t##_COLUMNS(CQ_PRIV_OBJECT_MEMBER) } *)0)) object = (void *)*out; (void)object; \
			t##_COLUMNS(CQ_PRIV_CRUD_SET) \
		} \
		status = cq_crud_update(session, *out); \
		if (status != CQ_OK) \
			*out = (struct S *)0; \
		return status; \
	} \
	static inline CQ_CHECKED CQ_PRIV_UNUSED cq_status S##_delete(cq_session *session t##_COLUMNS(CQ_PRIV_CRUD_PARAMETER), bool *found) { \
		struct S *object = (struct S *)0; \
		if (found != (bool *)0) \
			*found = false; \
		CQ_TRY(CQ_PRIV_CRUD_GET(CQ_PRIV_AT(session), t, found != (bool *)0 ? &object : (struct S **)0)); \
		return object == (struct S *)0 ? CQ_OK : cq_crud_delete(session, object, found); \
	}

#endif
