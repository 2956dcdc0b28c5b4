/* tests/conform/sqlalchemy_cascades/delete.c: deleting along a relation, and what stays without it.
 */
#include "support/snippet.h"

/* page: delete_models */
#define users_COLUMNS(COLUMN)                               \
	COLUMN(id, BIGINT, PRIMARY_KEY)
#define users_RELATIONS(RELATION)                           \
	RELATION(addresses, HAS_MANY(Address, user_id), CASCADE(ALL)) /* DELETE is one of ALL */ \
	RELATION(phones,    HAS_MANY(Phone, user_id))

#define addresses_COLUMNS(COLUMN)                           \
	COLUMN(id,      BIGINT, PRIMARY_KEY)                    \
	COLUMN(user_id, NULLABLE(BIGINT), REFERENCES(users, id))

#define phones_COLUMNS(COLUMN)                              \
	COLUMN(id,      BIGINT, PRIMARY_KEY)                    \
	COLUMN(user_id, NULLABLE(BIGINT), REFERENCES(users, id))

CQ_MODEL(User, users)
CQ_MODEL(Address, addresses)
CQ_MODEL(Phone, phones)
CQ_RELATIONS(users)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(users), CQ_TABLE(addresses), CQ_TABLE(phones)

SNIPPET(delete_cascade)
{
	User *user;
	Address *each;
	CQ_TRY(cq_add_new(session, User, &user));
	for (int i = 0; i < 2; i++) {
		CQ_TRY(cq_add_new(session, Address, &each));
		CQ_TRY(cq_append(session, user, users.addresses, each));
	}
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: delete_cascade */
	CQ_TRY(cq_delete(session, user));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 2, "BEGIN; DELETE addresses 2; DELETE users 1; COMMIT");
	assert_int_equal(cq_state_of(session, each), CQ_DETACHED);
	return CQ_OK;
}

SNIPPET(delete_without_cascade)
{
	User *user;
	Phone *each;
	CQ_TRY(cq_add_new(session, User, &user));
	for (int i = 0; i < 2; i++) {
		CQ_TRY(cq_add_new(session, Phone, &each));
		CQ_TRY(cq_append(session, user, users.phones, each));
	}
	CQ_TRY(cq_commit(session));
	FORGET();
	/* page: delete_without_cascade */
	CQ_TRY(cq_delete(session, user));
	CQ_TRY(cq_commit(session));
	/* page ends */
	SENT(2, 2, "BEGIN; UPDATE phones 2; DELETE users 1; COMMIT");
	assert_false(each->user_id.present);
	assert_int_equal(cq_state_of(session, each), CQ_PERSISTENT);
	return CQ_OK;
}
