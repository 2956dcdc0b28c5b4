/* field-type: object */
#include "../models.h"

#ifndef AuthorRow_FIELDS
#define AuthorRow_FIELDS(FIELD) \
	FIELD(author, OBJECT(User), ALL(users))
CQ_ROW(AuthorRow)
#endif

#ifndef WrongAuthorRow_FIELDS
#define WrongAuthorRow_FIELDS(FIELD) \
	FIELD(author, OBJECT(Post), ALL(users))
CQ_ROW(WrongAuthorRow)
#endif

CASE
{
#ifndef MISTAKE
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(AuthorRow),
		FROM(users)));
#else
	return cq_execute(db, NULL, SQL(
		SELECT_ROW(WrongAuthorRow), /* reject: field author is OBJECT(Post): ALL(users): ... */
		FROM(users)));
#endif
}
