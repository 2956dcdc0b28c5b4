/* operand-count: condition (compiler only: a program sees the last of them) */
#include "../models.h"

CASE
{
#ifndef MISTAKE
	const cq_condition kept = CONDITION(AND(EQ(users.age, 3), users.is_active));
#else
	const cq_condition kept = CONDITION(EQ(users.age, 3), users.is_active); /* reject: CONDITION(EQ(users.age, 3), users.is_active): takes one condition */
#endif
	return cq_execute(db, NULL, SQL(
		SELECT(users.id),
		FROM(users),
		WHERE(kept)));
}
