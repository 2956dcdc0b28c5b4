/* unused.c: the models alone, in a unit that uses none of them: not a word from the compiler. */
#include "../models.h"

int nothing_of_the_models(void);

int nothing_of_the_models(void)
{
	return 0;
}
