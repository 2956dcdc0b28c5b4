/* other.c: the same models in another unit.
 * macro_relation_test.c calls it.
 */
#include "unit/macro_relation/models.h"

#include <cquel/words.h>

const cq_relation *other_posts(void)
{
	return CQ_RELATION(users.posts);
}

cq_statement other_query(void)
{
	return STATEMENT(SQL(SELECT_ALL(users), FROM(users), WHERE(ANY(users.posts, GT(posts.votes, 3)))));
}
