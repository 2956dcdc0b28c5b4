/* tests/conform/sqlalchemy/accounts.h: the models of SQLAlchemy's quick start: users, each with addresses of its own.
 *
 * Included by the snippets of several pages.
 */
#ifndef CQ_TEST_SQLALCHEMY_ACCOUNTS_H
#define CQ_TEST_SQLALCHEMY_ACCOUNTS_H

#include "support/snippet.h"

/* page: declare_models */
#define user_account_COLUMNS(COLUMN)                        \
	COLUMN(id,       BIGINT, PRIMARY_KEY)                   \
	COLUMN(name,     VARCHAR(30))                           \
	COLUMN(fullname, NULLABLE(TEXT))
#define user_account_RELATIONS(RELATION)                    \
	RELATION(addresses, HAS_MANY(Address, user_id), BACK(user), CASCADE(ALL, DELETE_ORPHAN))

#define address_COLUMNS(COLUMN)                             \
	COLUMN(id,            BIGINT, PRIMARY_KEY)              \
	COLUMN(email_address, TEXT)                             \
	COLUMN(user_id,       BIGINT, REFERENCES(user_account, id))
#define address_RELATIONS(RELATION)                         \
	RELATION(user, BELONGS_TO(User, user_id), BACK(addresses))

CQ_MODEL(User, user_account)
CQ_MODEL(Address, address)
CQ_RELATIONS(user_account, address)
/* page ends */

#define SNIPPET_TABLES CQ_TABLE(user_account), CQ_TABLE(address)

/* spongebob with one address, sandy with two, patrick without any: keys from 1 in this order. */
static inline cq_status three_users(cq_session *session)
{
	User *spongebob, *sandy, *patrick;
	Address *one;
	CQ_TRY(cq_add_new(session, User, &spongebob, .name = "spongebob", .fullname = "Spongebob Squarepants"));
	CQ_TRY(cq_add_new(session, User, &sandy, .name = "sandy", .fullname = "Sandy Cheeks"));
	CQ_TRY(cq_add_new(session, User, &patrick, .name = "patrick", .fullname = "Patrick Star"));
	CQ_TRY(cq_flush(session));
	CQ_TRY(cq_add_new(session, Address, &one, .email_address = "spongebob@sqlalchemy.org", .user_id = spongebob->id));
	CQ_TRY(cq_add_new(session, Address, &one, .email_address = "sandy@sqlalchemy.org", .user_id = sandy->id));
	CQ_TRY(cq_add_new(session, Address, &one, .email_address = "sandy@squirrelpower.org", .user_id = sandy->id));
	CQ_TRY(cq_commit(session));
	CQ_TRY(cq_expunge_all(session));
	FORGET();
	return CQ_OK;
}

static inline cq_status user_named(cq_session *session, const char *name, User **out)
{
	CQ_TRY(cq_one(session, User, out, SQL(SELECT_ALL(user_account), FROM(user_account), WHERE(EQ(user_account.name, name)))));
	FORGET();
	return CQ_OK;
}

#endif
