import type { Database } from '../db.ts'
import { DomainError } from '../errors.ts'
import type { Routes } from '../http/routes.ts'
import { found, idOf } from '../list.ts'
import { visibleDossiers } from './queries.ts'

/** `GET /dossiers/<id>.pdf`: a printed dossier, for those who see its appraisal, the rated person from the delivery on. */
export function createDossierRoutes(database: Database): Routes {
  return {
    'GET /dossiers/:file': async (_request, response, actor, { params, now }) => {
      if (actor.kind === 'ANONYMOUS') throw new DomainError('UNAUTHENTICATED')
      const id = idOf('Dossier', (params.file ?? '').replace(/\.pdf$/, ''))
      const { code, file } = found(
        await database.prisma.dossier.findFirst({
          where: { id, AND: [visibleDossiers(actor, now)] },
          select: { code: true, file: { select: { pdf: true } } },
        }),
      )
      const { pdf } = found(file)
      response.writeHead(200, {
        'content-type': 'application/pdf',
        'content-length': pdf.byteLength,
        'content-disposition': `attachment; filename="berkas-penilaian-${code}.pdf"`,
        'cache-control': 'no-store',
      })
      response.end(pdf)
    },
  }
}
