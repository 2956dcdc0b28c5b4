/* unit/driver_value_kit.h: values as the tests of drivers write them.
 *
 * It knows nothing of any database.
 */
#ifndef CQ_TEST_DRIVER_VALUE_KIT_H
#define CQ_TEST_DRIVER_VALUE_KIT_H

#define INTEGER(n) { .integer = (n) }
#define REAL(n) { .real = (n) }
#define TEXT(s) { .text = (s) }
#define BYTES(s) { .bytes = { (s), sizeof(s) - 1 } }
#define DECIMAL(c, s) { .decimal = { (c), (s) } }
#define ABSENT { .is_null = 1 }

#endif
