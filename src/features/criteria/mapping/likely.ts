/** The likely pairs of criteria and controls. Brings the library, whose titles count: load on demand. */
import { controlLibrary } from '../../../model/catalog/control-library.ts';
import { LikelyMapping } from '../../../model/rules/criteria/likely-mapping.ts';

export const likelyMapping = new LikelyMapping(controlLibrary);
